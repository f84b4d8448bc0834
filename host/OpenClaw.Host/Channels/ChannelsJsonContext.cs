using System.Text.Json.Serialization;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Inbox.Health;
using OpenClaw.Host.Channels.Logins;
using OpenClaw.Host.Channels.Messages;
using OpenClaw.Host.Channels.Outbox.Health;
using OpenClaw.Host.Channels.Outbox.Sending;
using OpenClaw.Host.Channels.Rpc;

namespace OpenClaw.Host.Channels;

/// <summary>JSON of the room.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ChannelsStatusParams))]
[JsonSerializable(typeof(ChannelsStatusResult))]
[JsonSerializable(typeof(ChannelParams))]
[JsonSerializable(typeof(ChannelStarted))]
[JsonSerializable(typeof(ChannelStopped))]
[JsonSerializable(typeof(ChannelLoggedOut))]
[JsonSerializable(typeof(ReceivedMessage))]
[JsonSerializable(typeof(SendParams))]
[JsonSerializable(typeof(InboxReport))]
[JsonSerializable(typeof(OutboxReport))]
[JsonSerializable(typeof(SendReceipt))]
[JsonSerializable(typeof(SendFailureDetails))]
[JsonSerializable(typeof(LoginStartParams))]
[JsonSerializable(typeof(LoginWaitParams))]
[JsonSerializable(typeof(LoginResult))]
[JsonSerializable(typeof(PollParams))]
[JsonSerializable(typeof(MessageActionParams))]
[JsonSerializable(typeof(ActionResult))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(PairingListParams))]
[JsonSerializable(typeof(PairingListResult))]
[JsonSerializable(typeof(PairingApproveParams))]
[JsonSerializable(typeof(PairingApproveResult))]
[JsonSerializable(typeof(PairingDismissParams))]
[JsonSerializable(typeof(PairingDismissResult))]
internal sealed partial class ChannelsJsonContext : JsonSerializerContext;
