namespace OpenClaw.Host.Cli.Output;

/// <summary>The one way to a terminal or pipe. Results go to <see cref="Output"/>, everything said about them to <see cref="Error"/>.</summary>
internal interface ICliConsole
{
    TextWriter Output { get; }

    TextWriter Error { get; }

    /// <summary>Where a person answers questions; null when nobody is there to ask.</summary>
    TextReader? Answers { get; }

    /// <summary>A person watches the output: tables may have lines and text may come piece by piece.</summary>
    bool IsInteractive { get; }

    /// <summary>Escape sequences are welcome.</summary>
    bool UseColor { get; }

    /// <summary>Columns of the terminal.</summary>
    int Width { get; }
}
