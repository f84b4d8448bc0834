using System.Globalization;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Plugins.Packages.Rpc;
using Spectre.Console;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>Shows how far an installation is: a bar for people, lines where nobody can watch a bar, nothing for scripts.</summary>
internal sealed class PackageProgress : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TextWriter? _lines;
    private readonly Task _drawing = Task.CompletedTask;
    private ProgressTask? _bar;
    private string? _phase;

    private PackageProgress(TextWriter? lines) => _lines = lines;

    private PackageProgress(ICliConsole console)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(console.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
        });
        terminal.Profile.Width = console.Width;
        _drawing = terminal.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new AmountColumn())
            .StartAsync(async context =>
            {
                lock (_lock)
                    _bar = context.AddTask("asking", maxValue: 1).IsIndeterminate();
                await _ended.Task;
            });
    }

    public static PackageProgress For(CliInvocation invocation)
    {
        if (invocation.Json)
            return new PackageProgress((TextWriter?)null);
        return invocation.Console is { IsInteractive: true, UseColor: true } ? new PackageProgress(invocation.Console) : new PackageProgress(invocation.Console.Error);
    }

    public void Report(InstallProgressEvent step)
    {
        lock (_lock)
        {
            if (_bar is { } bar)
                Draw(bar, step);
            else if (_lines is { } lines && step.Phase != _phase)
                lines.WriteLine(ControlText.ToOneLine(string.Create(CultureInfo.InvariantCulture, $"{step.Name}: {step.Phase}")));
            _phase = step.Phase;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _ended.TrySetResult();
        await _drawing;
    }

    private static void Draw(ProgressTask bar, InstallProgressEvent step)
    {
        bar.Description = Markup.Escape(ControlText.ToOneLine($"{step.Name}: {step.Phase}"));
        bar.IsIndeterminate = step.TotalBytes is null;
        bar.MaxValue = step.TotalBytes is > 0 and var total ? total : 1;
        bar.Value = step.DoneBytes ?? 0;
    }
}
