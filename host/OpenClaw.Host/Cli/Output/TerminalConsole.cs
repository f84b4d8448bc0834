namespace OpenClaw.Host.Cli.Output;

/// <summary>The process's own streams. Whether to use colours is decided here, since libraries decide it wrongly for pipes.</summary>
internal sealed class TerminalConsole : ICliConsole
{
    private const int WidthOfPipes = 120;

    private TerminalConsole(bool isInteractive, bool useColor)
    {
        IsInteractive = isInteractive;
        UseColor = useColor;
        Width = isInteractive ? Math.Max(Console.WindowWidth, 40) : WidthOfPipes;
    }

    public TextWriter Output => Console.Out;

    public TextWriter Error => Console.Error;

    public TextReader? Answers => IsInteractive && !Console.IsInputRedirected ? Console.In : null;

    public bool IsInteractive { get; }

    public bool UseColor { get; }

    public int Width { get; }

    public static TerminalConsole OfProcess()
    {
        var interactive = !Console.IsOutputRedirected;
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb"
            || Array.IndexOf(Environment.GetCommandLineArgs(), "--no-color") >= 0;
        return new(interactive, interactive && !plain);
    }
}
