using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Host.Tests.Channels.Outbox;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Channels.Crash;

/// <summary>Three people who write, one of whom needs a tool; the same in every life of the process.</summary>
internal static class CrashScene
{
    public static readonly string[] People = ["ann", "bob", "cem"];

    private const string Open =
        """
        SELECT (SELECT count(*) FROM runs WHERE ended_at IS NULL) + (SELECT count(*) FROM inbox WHERE state = 0)
             + (SELECT count(*) FROM outbox WHERE ended_at IS NULL)
        """;

    public static async Task<ChannelFixture> StartAsync(string directory, bool idempotent, FaultPoint point)
    {
        var sender = new FakeSender { Before = (_, _) => Before(point) };
        sender.Channel = sender.Channel with { IdempotentSends = idempotent };
        var chat = await ChannelFixture.StartAsync(
            directory,
            change: static config => config with { Session = config.Session with { DmScope = DmScope.PerPeer } },
            sender: sender);
        chat.Model.Always = (request, token) => AnswerAsync(request, point, token);
        chat.Agents.Tools.Add("look", (_, _) => LookAsync(directory, point));
        return chat;
    }

    /// <summary>Lets everything that is there come to its end.</summary>
    public static Task SettleAsync(ChannelFixture chat) =>
        chat.UntilAsync(async () => await chat.Agents.Database.ReadAsync(static connection => connection.Scalar<long>(Open)) == 0);

    /// <summary>How often the tool did what it does.</summary>
    public static int Looks(string directory) => File.Exists(LookFile(directory)) ? (int)new FileInfo(LookFile(directory)).Length : 0;

    private static string LookFile(string directory) => Path.Combine(directory, "looks");

    private static Task<OpenClaw.Channels.SendOutcome?> Before(FaultPoint point)
    {
        point.Pass(FaultPoint.BeforeSend);
        return Task.FromResult<OpenClaw.Channels.SendOutcome?>(null);
    }

    private static async IAsyncEnumerable<ModelUpdate> AnswerAsync(
        ModelRequest request, FaultPoint point, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        point.Pass(FaultPoint.BeforeModel);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var asksForTool = request.Messages[^1].Parts.OfType<TextPart>().Any(static part => part.Text.Contains("bob", StringComparison.Ordinal));
        ModelUpdate[] answer = asksForTool
            ? [new ToolCallRequested(new ToolCallPart("call_1", "look", JsonElement.Parse("{}"))), new ModelStopped(ModelStopReason.ToolCalls)]
            : FakeAgentProvider.Answer([new TextDelta("answered")]);
        foreach (var update in answer)
            yield return update;
        point.Pass(FaultPoint.AfterModel);
    }

    private static ValueTask<ToolResult> LookAsync(string directory, FaultPoint point)
    {
        point.Pass(FaultPoint.BeforeTool);
        File.AppendAllText(LookFile(directory), "x");
        point.Pass(FaultPoint.AfterTool);
        return ValueTask.FromResult(ToolResult.Text("seen"));
    }
}
