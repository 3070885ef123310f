"""Makes a bucket: make_bucket.py ENDPOINT ACCESS-KEY SECRET REGION BUCKET. Signed by Signature Version 4, with nothing but Python."""
import datetime
import hashlib
import hmac
import sys
import urllib.request

endpoint, key, secret, region, bucket = sys.argv[1:]
moment = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
scope = [moment[:8], region, "s3", "aws4_request"]
empty = hashlib.sha256(b"").hexdigest()
headers = {"host": endpoint.split("//")[1], "x-amz-content-sha256": empty, "x-amz-date": moment}
names = ";".join(sorted(headers))
canonical = "\n".join(
    ["PUT", "/" + bucket, "", *(f"{name}:{headers[name]}" for name in sorted(headers)), "", names, empty])
text = "\n".join(["AWS4-HMAC-SHA256", moment, "/".join(scope), hashlib.sha256(canonical.encode()).hexdigest()])
signing = ("AWS4" + secret).encode()
for part in scope:
    signing = hmac.digest(signing, part.encode(), "sha256")
headers["Authorization"] = (
    f"AWS4-HMAC-SHA256 Credential={key}/{'/'.join(scope)}, SignedHeaders={names}, "
    f"Signature={hmac.digest(signing, text.encode(), 'sha256').hex()}")
request = urllib.request.Request(f"{endpoint}/{bucket}", method="PUT", headers=headers)
urllib.request.urlopen(request, timeout=60).read()
