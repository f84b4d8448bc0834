using System.Text;
using System.Text.Json;
using OpenClaw.Client.Notices;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands;

/// <summary>Prints a reply once: piece by piece while it comes, and at the end whatever of it was not seen.</summary>
internal sealed class ReplyPrinter(ICliConsole console, bool streams)
{
    private readonly StringBuilder _printed = new();

    /// <summary>Prints the pieces of one run until its request is done.</summary>
    public async Task FollowAsync(GatewaySubscription notices, string runId, Task until)
    {
        if (!streams)
        {
            return;
        }

        using var done = new CancellationTokenSource();
        var stop = until.ContinueWith(_ => done.Cancel(), TaskScheduler.Default);
        try
        {
            await foreach (var notice in notices.WithCancellation(done.Token))
            {
                if (notice is GatewayEvent { Name: EventNames.Chat, Payload: var payload } && payload.TextAt("runId") == runId)
                {
                    Print(payload);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }

        await stop;
    }

    public void Finish(string text)
    {
        text = ControlText.Harmless(text);
        var printed = _printed.ToString();
        if (printed.Length == 0)
        {
            console.Output.WriteLine(text);
        }
        else if (text.StartsWith(printed, StringComparison.Ordinal))
        {
            console.Output.WriteLine(text[printed.Length..]);
        }
        else
        {
            // The reply was replaced on the way, or pieces of it were lost.
            console.Output.WriteLine();
            console.Output.WriteLine(text);
        }
    }

    private void Print(JsonElement chat)
    {
        if (chat.TextAt("state") != "delta" || chat.TextAt("deltaText") is not { Length: > 0 } delta)
        {
            return;
        }

        if (chat.IsTrueAt("replace") && _printed.Length > 0)
        {
            console.Output.WriteLine();
            _printed.Clear();
        }

        delta = ControlText.Harmless(delta);
        _printed.Append(delta);
        console.Output.Write(delta);
        console.Output.Flush();
    }
}
