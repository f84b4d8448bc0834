using System.ComponentModel;
using System.Diagnostics;

namespace OpenClaw.Host.Cli.PluginDev;

/// <summary>Runs the .NET command line and hands on what it says, line by line.</summary>
internal static class DotnetProgram
{
    /// <summary>What <c>dotnet new</c> ends with when it does not know the template.</summary>
    public const int UnknownTemplate = 103;

    private const int MaxLineLength = 4_000;

    /// <returns>Its exit code.</returns>
    /// <exception cref="CliException">There is no .NET SDK.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Action<string> line, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        try
        {
            await Task.WhenAll(ReadAsync(process.StandardOutput, line, cancellationToken), ReadAsync(process.StandardError, line, cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_NOLOGO"] = "1";
        // A build server would keep the pipes open after the build has ended.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new CliException($"dotnet cannot be started ({error.Message}). Install the .NET 10 SDK, and put it on the PATH.");
        }
    }

    private static async Task ReadAsync(StreamReader reader, Action<string> line, CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } text)
            line(text.Length <= MaxLineLength ? text : text[..MaxLineLength]);
    }
}
