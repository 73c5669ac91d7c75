-- One worker's load: the same request, or in turn one for each line of a file of bodies. By environment, so that no secret is
-- on a command line.
local requests = {}
local next_one = 0

function init()
  local headers = { ["Authorization"] = os.getenv("LOAD_AUTHORIZATION") }
  local bodies = os.getenv("LOAD_BODIES")
  if bodies == nil then
    requests[1] = wrk.format("GET", nil, headers)
    return
  end
  headers["Content-Type"] = "application/x-www-form-urlencoded"
  for body in io.lines(bodies) do
    requests[#requests + 1] = wrk.format("POST", nil, headers, body)
  end
end

function request()
  next_one = next_one % #requests + 1
  return requests[next_one]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "microseconds": %d, "refused": %d, "broken": %d, "median_ms": %.2f, "p99_ms": %.2f}\n',
    summary.requests, summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
