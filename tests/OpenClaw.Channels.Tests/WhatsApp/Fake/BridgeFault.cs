using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>What a bridge does with a request in place of what it should.</summary>
/// <param name="Do">Does it.</param>
/// <param name="IsApplied">Whether what was asked is done all the same.</param>
internal sealed record BridgeFault(Func<FakeBridge, BridgeRequest, Task> Do, bool IsApplied = false)
{
    public static BridgeFault Silence { get; } = new(static (_, _) => Task.CompletedTask);

    /// <summary>It ends before it did anything.</summary>
    public static BridgeFault Exit { get; } = new(static (bridge, _) => bridge.ExitAsync(7));

    /// <summary>It does what was asked, and ends before it says so.</summary>
    public static BridgeFault ExitAfter { get; } = new(static (bridge, _) => bridge.ExitAsync(7), IsApplied: true);

    public static BridgeFault Error(string code, string message) =>
        new((bridge, request) => bridge.LineAsync(new JsonObject { ["id"] = request.Id, ["ok"] = false, ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }));

    public static BridgeFault Answer(JsonObject result) => new((bridge, request) => bridge.AnswerAsync(request, result));
}
