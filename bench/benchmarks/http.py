"""The few requests that prepare a measurement."""
import base64
import json
import urllib.error
import urllib.parse
import urllib.request

from benchmarks.processes import Failure


def basic(client_id, secret):
    return "Basic " + base64.b64encode(f"{client_id}:{secret}".encode()).decode()


def form(fields):
    return urllib.parse.urlencode(fields)


def status(url):
    """The status of a GET; 0 when nothing answers."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code
    except OSError:
        return 0


def get(url, authorization):
    return answer_of(urllib.request.Request(url, headers={"Authorization": authorization}))


def post(url, authorization, body):
    return answer_of(urllib.request.Request(url, body.encode(), {"Authorization": authorization}))


def answer_of(request):
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refusal:
        raise Failure(f"{request.full_url} answers {refusal.code}: {refusal.read(500).decode(errors='replace')}") from None
