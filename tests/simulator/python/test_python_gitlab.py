# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator as python-gitlab sees it: a client written for GitLab by others.

Usage: NODE=/usr/bin/node python3 test_python_gitlab.py. Ends with 77 (skipped) where the module is missing.
"""

import json
import os
import pathlib
import subprocess
import sys
import unittest

SKIPPED = 77
SERVER = pathlib.Path(__file__).resolve().parent.parent / "server.mjs"

try:
    import gitlab
except ImportError:
    print("python3 has no module named gitlab (Debian: python3-gitlab); skipped")
    sys.exit(SKIPPED)


class Simulator:
    """A simulator in a process of its own; it ends when its standard input is closed."""

    def __init__(self, *options):
        self.clients = []
        self.process = subprocess.Popen(
            [os.environ.get("NODE", "node"), str(SERVER), "--until-stdin-closes", "--base", "/gitlab", *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        ready = json.loads(self.process.stdout.readline())
        self.url = ready["url"]
        self.token = ready["token"]

    def stop(self):
        for client in self.clients:
            client.session.close()
        self.process.stdin.close()
        self.process.wait(timeout=10)
        self.process.stdout.close()

    def client(self, token=None, **more):
        client = gitlab.Gitlab(self.url, private_token=token or self.token, **more)
        client.session.trust_env = False  # no proxy of the environment in between
        self.clients.append(client)
        return client

    def role(self, name):
        return self.client(f"glpat-simulator-{name}")


class PythonGitlabTest(unittest.TestCase):
    COUNT = 230

    @classmethod
    def setUpClass(cls):
        cls.simulator = Simulator("--runners", str(cls.COUNT), "--frozen")
        cls.admin = cls.simulator.client()

    @classmethod
    def tearDownClass(cls):
        cls.simulator.stop()

    def refused(self, kind, status, action):
        with self.assertRaises(kind) as caught:
            action()
        self.assertEqual(caught.exception.response_code, status)
        return caught.exception

    def test_who_and_where(self):
        self.admin.auth()
        self.assertEqual(self.admin.user.username, "root")
        self.assertEqual(self.admin.version()[0], "18.10.1-ee")
        self.assertEqual(self.admin.http_get("/personal_access_tokens/self")["scopes"], ["read_api", "read_user"])

    def test_all_pages_at_once_and_one_by_one(self):
        at_once = [runner.id for runner in self.admin.runners_all.list(get_all=True)]
        self.assertEqual(len(at_once), self.COUNT)
        pages = self.admin.runners_all.list(iterator=True, per_page=100)
        self.assertEqual((pages.total, pages.total_pages, pages.per_page, pages.current_page), (self.COUNT, 3, 100, 1))
        self.assertIsNone(pages.prev_page)
        self.assertEqual(pages.next_page, 2)
        self.assertEqual([runner.id for runner in pages], at_once)
        third = self.admin.runners_all.list(page=3, per_page=100, get_all=False)
        self.assertEqual([runner.id for runner in third], at_once[200:])

    def test_filters(self):
        paused = self.admin.runners_all.list(get_all=True, paused=True)
        self.assertTrue(paused and all(runner.paused for runner in paused))
        grouped = self.admin.runners_all.list(get_all=True, type="group_type")
        self.assertEqual({runner.runner_type for runner in grouped}, {"group_type"})
        tagged = self.admin.runners_all.list(get_all=True, tag_list=["docker", "linux"])
        for runner in tagged:
            self.assertLessEqual({"docker", "linux"}, set(self.admin.runners.get(runner.id).tag_list))
        self.refused(gitlab.GitlabListError, 400, lambda: self.admin.runners_all.list(status="sleeping"))

    def test_details_managers_and_jobs(self):
        entries = self.admin.runners_all.list(get_all=True, type="project_type", status="online")
        runner = self.admin.runners.get(entries[0].id)
        self.assertEqual(runner.description, entries[0].description)
        self.assertTrue(runner.projects)
        managers = self.admin.http_list(f"/runners/{runner.id}/managers", get_all=True)
        self.assertEqual(managers[0]["version"], runner.version)
        self.assertEqual(runner.jobs.list(get_all=True), [])

    def test_below_groups_and_projects(self):
        owner = self.simulator.role("owner")
        groups = owner.groups.list(get_all=True, owned=True)
        self.assertEqual(len(groups), 2)
        runners = groups[0].runners.list(get_all=True)
        self.assertIn("instance_type", {runner.runner_type for runner in runners})
        group = owner.groups.get(groups[1].full_path)
        self.assertEqual(group.id, groups[1].id)
        project = owner.projects.get(owner.projects.list(membership=True, min_access_level=40, get_all=False)[0].path_with_namespace)
        self.assertTrue(project.runners.list(get_all=True))
        mine = owner.runners.list(get_all=True)
        self.assertTrue(mine)
        self.assertNotIn("instance_type", {runner.runner_type for runner in mine})

    def test_refusals(self):
        error = self.refused(gitlab.GitlabAuthenticationError, 401, self.simulator.client("nonsense").auth)
        self.assertEqual(error.error_message, "401 Unauthorized")
        self.refused(gitlab.GitlabAuthenticationError, 401, lambda: self.simulator.role("expired").runners.list())
        error = self.refused(gitlab.GitlabGetError, 404, lambda: self.admin.runners.get(999999))
        self.assertEqual(error.error_message, "404 Runner Not Found")
        grouped = self.admin.runners_all.list(type="group_type", get_all=False)[0]
        self.refused(gitlab.GitlabGetError, 403, lambda: self.simulator.role("developer").runners.get(grouped.id))
        self.refused(gitlab.GitlabListError, 403, lambda: self.simulator.role("developer").runners_all.list())
        error = self.refused(gitlab.GitlabListError, 403, lambda: self.simulator.role("read-user").runners.list())
        self.assertEqual(error.error_message, "insufficient_scope")

    def test_rate_limit_is_obeyed(self):
        simulator = Simulator("--runners", "10", "--frozen", "--rate-limit", "3")
        try:
            client = simulator.client(retry_transient_errors=False)
            for _ in range(3):
                client.http_get("/version", obey_rate_limit=False)
            self.refused(gitlab.GitlabHttpError, 429, lambda: client.http_get("/version", obey_rate_limit=False))
        finally:
            simulator.stop()

    @unittest.skipUnless(hasattr(gitlab, "GraphQL"), "this python-gitlab has no client for GraphQL")
    def test_graphql(self):
        with gitlab.GraphQL(self.simulator.url, token=self.simulator.token) as client:
            self.assertEqual(client.execute("{ runners { count } }"), {"runners": {"count": self.COUNT}})


if __name__ == "__main__":
    unittest.main()
