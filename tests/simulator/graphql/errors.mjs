// SPDX-License-Identifier: GPL-3.0-or-later
// Errors that several fields raise.
import {GraphQLError} from 'graphql';

/** lib/gitlab/graphql/authorize/authorize_resource.rb */
export const noResource = () => new GraphQLError("The resource that you are attempting to access does not exist or you don't"
  + ' have permission to perform this action');
