using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents;

/// <summary>Asks for a run.</summary>
/// <param name="RunId">The caller's idempotency key.</param>
/// <param name="Session">Where the conversation goes on.</param>
/// <param name="Surface">The way the request came in.</param>
/// <param name="Input">What is asked.</param>
internal sealed record RunRequest(string RunId, SessionAddress Session, RunSurface Surface, RunInput Input);
