using Spectre.Console;
using Spectre.Console.Rendering;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>How much of a download is here; nothing while nothing is counted.</summary>
internal sealed class AmountColumn : ProgressColumn
{
    private readonly DownloadedColumn _bytes = new();

    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        task.IsIndeterminate ? Text.Empty : _bytes.Render(options, task, deltaTime);
}
