using OpenClaw.Host.Events;

namespace OpenClaw.Host.Gateway.Resume;

/// <summary>A kept event about to be sent again, held so that it cannot be forgotten on the way.</summary>
internal readonly record struct ResumedEvent(KeptEvent Kept, GatewayEvent Event);
