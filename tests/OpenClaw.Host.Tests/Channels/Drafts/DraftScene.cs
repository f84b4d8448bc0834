using System.Runtime.CompilerServices;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Host.Tests.Channels.Outbox;

namespace OpenClaw.Host.Tests.Channels.Drafts;

/// <summary>A chat on a platform that can change messages, and a model that speaks when the test lets it.</summary>
internal static class DraftScene
{
    public static async Task<ChannelFixture> StartAsync(
        string directory, string streaming, ChannelAbilities abilities = ChannelAbilities.Edits | ChannelAbilities.Deletes, FakeSender? sender = null, bool showsProgress = false)
    {
        sender ??= new FakeSender();
        sender.Channel = sender.Channel with { Abilities = abilities, ShowsProgress = showsProgress };
        var more = streaming.Length == 0 ? "" : $",\"streaming\":{streaming}";
        return await ChannelFixture.StartAsync(directory, """{"channels":{"fake":{"dmPolicy":"open","allowFrom":["*"]MORE}}}""".Replace("MORE", more, StringComparison.Ordinal), sender: sender);
    }

    /// <summary>Says one piece after the other, each when its gate opens.</summary>
    public static void Says(this FakeAgentProvider model, params (Task Gate, string Text)[] pieces) =>
        model.Always = (_, token) => Pieces(pieces, token);

    private static async IAsyncEnumerable<ModelUpdate> Pieces((Task Gate, string Text)[] pieces, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (gate, text) in pieces)
        {
            await gate.WaitAsync(cancellationToken);
            yield return new TextDelta(text);
        }

        foreach (var update in FakeAgentProvider.Answer([]))
            yield return update;
    }
}
