using System.Text.Json;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client.Notices;

/// <summary>An event of the gateway.</summary>
/// <param name="Name">Its name; see <see cref="Protocol.EventNames"/>.</param>
/// <param name="Payload">Its payload; undefined when there is none.</param>
/// <param name="Seq">Its number on this connection; null for events sent to this socket alone.</param>
/// <param name="StateVersion">Versions that accompany presence and health.</param>
public sealed record GatewayEvent(string Name, JsonElement Payload, long? Seq, StateVersion? StateVersion) : GatewayNotice;
