using System.Text.Json;
using OpenClaw.Client.Notices;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.PluginCommands;

/// <summary>How far a plugin's command is, as its event <c>progress</c> tells: a bar where somebody watches, nothing elsewhere.</summary>
internal sealed class CommandProgress(ICliConsole console, string pluginId, string command)
{
    private const int Cells = 30;

    private readonly string _event = $"plugin.{pluginId}.progress";
    private int _shown;

    public ValueTask NoteAsync(GatewayNotice notice)
    {
        if (console.IsInteractive && notice is GatewayEvent { Payload: var payload } news && news.Name == _event && payload.TextAt("command") == command)
            Show(payload);
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes the bar away.</summary>
    public void End()
    {
        if (_shown > 0)
            console.Error.Write($"\r{new string(' ', _shown)}\r");
    }

    private void Show(JsonElement payload)
    {
        var percent = (int)Math.Clamp(payload.NumberAt("percent") ?? 0, 0, 100);
        var full = percent * Cells / 100;
        var line = $"[{new string('#', full)}{new string('.', Cells - full)}] {percent,3}% {ControlText.Harmless(payload.TextAt("text") ?? "")}";
        line = line.Length < console.Width ? line : line[..(console.Width - 1)];
        console.Error.Write($"\r{line.PadRight(_shown)}");
        _shown = line.Length;
    }
}
