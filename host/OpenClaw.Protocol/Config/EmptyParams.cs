using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Config;

/// <summary>Parameters of methods that take none.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record EmptyParams;
