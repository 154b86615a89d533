// SPDX-License-Identifier: GPL-3.0-or-later
// How a state is presented (lib/gitlab/ci/status).
import {failureText} from '../jobs/texts.mjs';

const LABELS = {SUCCESS: 'passed', MANUAL: 'manual action', WAITING_FOR_RESOURCE: 'waiting for resource', SCHEDULED: 'delayed',
  WAITING_FOR_CALLBACK: 'waiting for callback'};
const TEXTS = {SUCCESS: 'Passed', WAITING_FOR_RESOURCE: 'Waiting', SCHEDULED: 'Delayed', WAITING_FOR_CALLBACK: 'Waiting'};

const titled = word => word[0].toUpperCase() + word.slice(1);

function tooltip({status, failureReason}, label) {
  return status === 'FAILED' && failureReason ? `failed - (${failureText(failureReason).short})` : label;
}

/** `subject` has a status and perhaps a failureReason. */
export function detailedStatus(subject, id, detailsPath) {
  const {status} = subject;
  const group = status.toLowerCase().replaceAll('_', '-');
  const label = LABELS[status] ?? status.toLowerCase();
  return {id: `${group}-${id}-${id}`, name: status, group, icon: `status_${status.toLowerCase()}`, label,
    text: TEXTS[status] ?? titled(status.toLowerCase()), tooltip: tooltip(subject, label), detailsPath, hasDetails: true};
}
