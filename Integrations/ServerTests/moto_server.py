"""moto's server on a free port; its first line on standard output is as dynabox's.

One request at a time: moto has no locks, and copies a table while another thread writes to it.
"""

import copy
from types import SimpleNamespace

from moto.dynamodb import models
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

# To be able to roll back, moto copies a table again for each action of a transaction on it. The first copy is enough, and the suites
# take a tenth of the time.
_copies = {}
_transact = models.DynamoDBBackend.transact_write_items


def copied(value):
    if not isinstance(value, models.Table):
        return copy.deepcopy(value)
    if id(value) not in _copies:
        _copies[id(value)] = copy.deepcopy(value)
    return _copies[id(value)]


def transact(backend, actions):
    _copies.clear()
    return _transact(backend, actions)


models.copy = SimpleNamespace(deepcopy=copied)
models.DynamoDBBackend.transact_write_items = transact


class Quiet(WSGIRequestHandler):
    def log_request(self, *_):
        pass


server = make_server("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app), request_handler=Quiet)
print(f"listening on http://127.0.0.1:{server.port}", flush=True)
server.serve_forever()
