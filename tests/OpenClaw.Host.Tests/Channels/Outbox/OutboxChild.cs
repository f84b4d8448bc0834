using System.Text;

namespace OpenClaw.Host.Tests.Channels.Outbox;

/// <summary>A process that sends what is in an outbox, and may be killed while it does. Its platform is whoever reads its output.</summary>
internal static class OutboxChild
{
    public const string Send = "outbox-send";
    public const string Done = "done;";

    public static async Task<int> SendAsync(string directory, bool idempotent)
    {
        await using var output = Console.OpenStandardOutput();
        using var turn = new SemaphoreSlim(1);
        var sender = new FakeSender();
        sender.Channel = sender.Channel with { IdempotentSends = idempotent };
        // The platform has a message from the moment its line is out.
        sender.After = async (message, outcome) =>
        {
            await SayAsync($"{message.Chat.ChatId} {message.IdempotencyKey};");
            return outcome;
        };
        await using var outbox = await OutboxFixture.RunAsync(directory, sender);
        foreach (var row in await outbox.AllAsync())
            await outbox.EndOfAsync(row.Id);
        await SayAsync(Done);
        return 0;

        async Task SayAsync(string line)
        {
            await turn.WaitAsync();
            await output.WriteAsync(Encoding.UTF8.GetBytes($"{line}\n"));
            await output.FlushAsync();
            turn.Release();
        }
    }
}
