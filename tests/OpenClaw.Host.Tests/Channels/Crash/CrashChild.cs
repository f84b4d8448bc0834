using System.Text;

namespace OpenClaw.Host.Tests.Channels.Crash;

/// <summary>A process that takes messages and answers them until its fault point ends it. Its platform is whoever reads its output.</summary>
internal static class CrashChild
{
    public const string Name = "crash";
    public const string Acknowledged = "ack";
    public const string Shown = "shown";
    public const string Passed = "passed";

    public static async Task<int> RunAsync(string directory, bool idempotent, string fault)
    {
        await using var output = Console.OpenStandardOutput();
        var point = FaultPoint.Parse(fault);
        await using var chat = await CrashScene.StartAsync(directory, idempotent, point);
        var hooks = await chat.Agents.Database.WriteAsync(connection => CommitHooks.Install(connection, point));
        chat.Sender.After = (message, outcome) =>
        {
            Say($"{Shown} {message.Chat.ChatId} {message.IdempotencyKey}");
            point.Pass(FaultPoint.AfterSend);
            return Task.FromResult(outcome);
        };
        await chat.RunAsync();
        foreach (var person in CrashScene.People)
        {
            await chat.SayAsync(person, $"a question of {person}", person);
            point.Pass(FaultPoint.BeforeAcknowledgement);
            Say($"{Acknowledged} {person}");
        }

        await CrashScene.SettleAsync(chat);
        foreach (var passed in point.Passed)
            Say($"{Passed} {passed}");
        GC.KeepAlive(hooks);
        return 0;

        void Say(string line)
        {
            lock (output)
            {
                output.Write(Encoding.UTF8.GetBytes($"{line};\n"));
                output.Flush();
            }
        }
    }
}
