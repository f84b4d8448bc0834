using OpenClaw.Agents.Common.Failures;

namespace OpenClaw.Agents.Common.Http;

/// <summary>A far end's answer: a body to read, or a refusal.</summary>
internal sealed record Exchange(HttpResponseMessage? Response, GuardedStream? Body, ErrorReport? Refusal) : IDisposable
{
    public bool IsEventStream => Response?.Content.Headers.ContentType?.MediaType is not "application/json";

    public void Dispose()
    {
        Body?.Dispose();
        Response?.Dispose();
    }
}
