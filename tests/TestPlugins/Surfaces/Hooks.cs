using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Hooks;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.TestPlugins;

/// <summary>Does what words in the thing at hand say, and writes down what it was told.</summary>
public sealed class Hooks(IPluginScope scope) : IToolHook, IMessageHook, IRunHook, IGatewayHook
{
    private readonly Lock _lock = new();

    public async Task<ToolCallDecision> BeforeToolCallAsync(HookedToolCall call, CancellationToken cancellationToken)
    {
        var text = call.Arguments.TryGetProperty("text", out var value) ? value.GetString() : null;
        switch (text)
        {
            case "forbidden":
                return ToolCallDecision.Block("the house forbids it");
            case "replace":
                return ToolCallDecision.Replace(JsonElement.Parse(new JsonObject { ["text"] = "replaced" }.ToJsonString()));
            case "unfit":
                return ToolCallDecision.Replace(JsonElement.Parse("""{"text":5}"""));
            case "throw":
                throw new InvalidOperationException("thrown in a hook");
            case "hang":
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                break;
        }

        return ToolCallDecision.Continue;
    }

    public Task<ToolResult?> AfterToolCallAsync(HookedToolCall call, ToolResult result, CancellationToken cancellationToken) =>
        call.Arguments.TryGetProperty("text", out var value) && value.GetString() == "mask"
            ? Task.FromResult<ToolResult?>(ToolResult.Text("masked"))
            : Task.FromResult<ToolResult?>(null);

    public Task<MessageDecision> ReceivedAsync(HookedMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(Decide(message));

    public Task<MessageDecision> SendingAsync(HookedMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(Decide(message));

    public Task SentAsync(HookedMessage message, CancellationToken cancellationToken) => Told($"sent {message.Text}");

    public Task<string?> BeforeRunAsync(HookedRun run, CancellationToken cancellationToken) =>
        Task.FromResult<string?>("The word of the house is walnut.");

    public Task AfterRunAsync(HookedRun run, RunOutcome outcome, CancellationToken cancellationToken) => Told($"run {outcome.IsSuccess}");

    public Task StartedAsync(CancellationToken cancellationToken) => Told("started");

    public Task StoppingAsync(CancellationToken cancellationToken) => Told("stopping");

    private static MessageDecision Decide(HookedMessage message) => message.Text switch
    {
        var text when text.Contains("spam", StringComparison.Ordinal) => MessageDecision.Stop("spam"),
        var text when text.Contains("colour", StringComparison.Ordinal) => MessageDecision.Replace(text.Replace("colour", "color", StringComparison.Ordinal)),
        _ => MessageDecision.Continue,
    };

    private Task Told(string what)
    {
        lock (_lock)
            File.AppendAllText(Path.Combine(scope.StorageDirectory, "told"), what + "\n");
        return Task.CompletedTask;
    }
}
