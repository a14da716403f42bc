"""A caller of the service that knows its OpenAPI document and where artifacts are kept, and nothing else of it.

usage: python_client.py <base url> <S3 endpoint> <payload.json> <output folder> [bearer token]

Posts the payload, polls until the job has ended, downloads every artifact, and prints what it found as JSON. Standard
library only.
"""

import hashlib
import hmac
import json
import pathlib
import sys
import time
import urllib.error
import urllib.request

POLL_SECONDS = 0.5
GIVE_UP_SECONDS = 60


class Api:
    def __init__(self, base, token):
        self.base = base
        self.token = token
        self.document = self.request("GET", "/edp-api/openapi.json")[1]
        assert self.document["openapi"].startswith("3.1"), self.document["openapi"]

    def request(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method)
        if data is not None:
            request.add_header("Content-Type", "application/json")
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                return reply.status, json.load(reply), reply.headers
        except urllib.error.HTTPError as error:
            return error.code, json.load(error), error.headers

    def call(self, operation_id, body=None, **parameters):
        """Calls an operation and checks that its reply has every field that its schema requires."""
        path, method, operation = self.operation(operation_id)
        status, reply, headers = self.request(method.upper(), path.format(**parameters), body)
        described = operation["responses"].get(str(status)) or operation["responses"]["default"]
        schema = self.resolve(described["content"]["application/json"]["schema"])
        missing = [name for name in schema.get("required", []) if name not in reply]
        assert not missing, f"{operation_id} {status}: without {missing}: {reply}"
        return status, reply, headers

    def operation(self, operation_id):
        for path, operations in self.document["paths"].items():
            for method, operation in operations.items():
                if operation["operationId"] == operation_id:
                    return path, method, operation
        raise KeyError(operation_id)

    def resolve(self, schema):
        if "$ref" not in schema:
            return schema
        value = self.document
        for key in schema["$ref"].removeprefix("#/").split("/"):
            value = value[key]
        return value


def finished(api, job_id):
    begun = time.monotonic()
    while True:
        status, result, _ = api.call("getJob", job_id=job_id)
        assert status == 200, result
        if result["status"] != "running":
            return result
        if time.monotonic() - begun > GIVE_UP_SECONDS:
            raise TimeoutError(job_id)
        time.sleep(POLL_SECONDS)


def signed(endpoint, path, access_key="test", secret="test", region="us-east-1"):
    """A GET for S3, signed as AWS Signature Version 4 asks."""
    day, now = time.strftime("%Y%m%d", time.gmtime()), time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    empty = hashlib.sha256(b"").hexdigest()
    headers = {"host": endpoint.split("//")[1], "x-amz-content-sha256": empty, "x-amz-date": now}
    names = ";".join(sorted(headers))
    lines = "".join(f"{name}:{headers[name]}\n" for name in sorted(headers))
    canonical = f"GET\n{path}\n\n{lines}\n{names}\n{empty}"
    scope = f"{day}/{region}/s3/aws4_request"
    text = f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    key = f"AWS4{secret}".encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    signature = hmac.digest(key, text.encode(), "sha256").hex()
    headers["Authorization"] = (
        f"AWS4-HMAC-SHA256 Credential={access_key}/{scope}, SignedHeaders={names}, Signature={signature}"
    )
    return urllib.request.Request(endpoint + path, headers=headers)


def download(endpoint, url, folder):
    bucket_and_key = url.removeprefix("s3://")
    with urllib.request.urlopen(signed(endpoint, f"/{bucket_and_key}"), timeout=30) as reply:
        content = reply.read()
    (folder / pathlib.PurePosixPath(bucket_and_key).name).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def main(base, endpoint, payload_file, output, token=""):
    api = Api(base, token)
    payload = json.loads(pathlib.Path(payload_file).read_text(encoding="utf-8"))

    # The document says what is required: leave one field out, and the service says which.
    _, _, post = api.operation("postJob")
    schema = api.resolve(post["requestBody"]["content"]["application/json"]["schema"])
    absent = schema["required"][0]
    status, refused, _ = api.call("postJob", {k: v for k, v in payload.items() if k != absent})
    assert status == 422 and refused["detail"][0]["loc"] == ["body", absent], refused

    status, created, headers = api.call("postJob", payload)
    assert status == 202, created
    assert headers["Location"] == created["status_url"]
    result = finished(api, created["job_id"])
    again = api.call("postJob", payload)[1]
    assert again == created, "the same payload is the same job"
    result = finished(api, created["job_id"])
    assert result["edp_artifact_urls"] == created["edp_artifact_urls"]
    folder = pathlib.Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    urls = [ref["url"] for ref in result["edp_artifact_urls"]] if result["status"] == "complete" else []
    digests = {url: download(endpoint, url, folder) for url in urls}
    unknown, _, _ = api.call("getJob", job_id="00000000-0000-5000-8000-000000000000")
    print(json.dumps({"status": result["status"], "error": result["error"], "sha256": digests, "unknown": unknown}))


main(*sys.argv[1:])
