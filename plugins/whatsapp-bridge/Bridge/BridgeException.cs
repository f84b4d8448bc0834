using OpenClaw.Channels.WhatsApp.Wire;

namespace OpenClaw.Channels.WhatsApp.Bridge;

/// <summary>A request to the bridge failed.</summary>
internal sealed class BridgeException(BridgeFault fault, string message, string? code = null) : Exception(message)
{
    private const int Longest = 300;

    public BridgeFault Fault => fault;

    /// <summary>The bridge's own word for it.</summary>
    public string? Code => code;

    public static BridgeException Of(BridgeError? error)
    {
        var text = string.IsNullOrWhiteSpace(error?.Message) ? "the bridge gave no reason" : error.Message.Length <= Longest ? error.Message : error.Message[..Longest];
        return new(FaultOf(error?.Code), text, error?.Code);
    }

    public static BridgeException Gone(string reason) => new(BridgeFault.Unknown, reason);

    private static BridgeFault FaultOf(string? code) => code switch
    {
        "NOT_LINKED" => BridgeFault.NotLinked,
        "UNAVAILABLE" => BridgeFault.NotSent,
        "INVALID_REQUEST" => BridgeFault.Refused,
        // Words of a later bridge: whatever they mean, nothing is repeated for them.
        _ => BridgeFault.Unknown,
    };
}
