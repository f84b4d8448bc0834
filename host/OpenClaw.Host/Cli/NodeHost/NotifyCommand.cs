using System.Text.Json;
using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Cli.NodeHost;

/// <summary><c>system.notify</c>: on the desktop where there is one, in this terminal otherwise.</summary>
internal sealed class NotifyCommand(ICliConsole console, Func<string, string?> variable, TimeProvider time) : INodeCommand
{
    private const int LongestText = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Name => "system.notify";

    public async ValueTask<JsonElement> RunAsync(JsonElement parameters, CancellationToken cancellationToken)
    {
        var given = NodeParams.Read(parameters, NodeHostJsonContext.Default.NotifyParams);
        var (title, body) = (Cut(given.Title), Cut(given.Body));
        if (title.Length + body.Length == 0)
        {
            throw new NodeCommandException("INVALID_REQUEST", "system.notify needs a title or a body");
        }

        var isOnDesktop = await ShowAsync(title, body, cancellationToken);
        if (!isOnDesktop)
        {
            console.Output.WriteLine($"[notify] {ControlText.ToOneLine(title)}{(title.Length > 0 && body.Length > 0 ? ": " : "")}{ControlText.ToOneLine(body)}");
        }

        return JsonSerializer.SerializeToElement(new NotifyResult(true, isOnDesktop ? "desktop" : "terminal"), NodeHostJsonContext.Default.NotifyResult);
    }

    private async ValueTask<bool> ShowAsync(string title, string body, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || variable("DBUS_SESSION_BUS_ADDRESS") is null || ProgramPath.Find("notify-send", variable("PATH")) is not { } program)
        {
            return false;
        }

        // The texts are arguments behind a "--": none of them can become an option.
        var result = await new ProgramRun(variable, time).RunAsync([program, "--", title.Length > 0 ? title : "OpenClaw", body], null, Patience, cancellationToken);
        return result.Success;
    }

    private static string Cut(string? text) => text is null ? "" : text.Length > LongestText ? text[..LongestText] : text;
}
