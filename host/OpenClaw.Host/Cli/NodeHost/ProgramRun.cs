using System.ComponentModel;
using System.Diagnostics;

namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>
/// Runs a program without a shell, with little of this process's surroundings, to its end or to a deadline; then it is killed with
/// everything it started.
/// </summary>
internal sealed class ProgramRun(Func<string, string?> variable, TimeProvider time)
{
    public const int MostOutput = 256 * 1024;

    // What was written last is still on its way when the program has ended; what it left behind may hold the pipes for ever.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(2);

    // Secrets of this process and names that load code into a program are not among them.
    private static readonly string[] Passed =
    [
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "TEMP", "TMP", "TERM", "DISPLAY",
        "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "SystemRoot", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PATHEXT", "ComSpec",
    ];

    /// <exception cref="NodeCommandException">The program cannot be started.</exception>
    public async Task<RunResult> RunAsync(IReadOnlyList<string> command, string? directory, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var process = Start(command, directory);
        var (output, error) = (new BoundedText(MostOutput), new BoundedText(MostOutput));
        using var reading = new CancellationTokenSource();
        var read = Task.WhenAll(output.ReadAsync(process.StandardOutput, reading.Token), error.ReadAsync(process.StandardError, reading.Token));
        var timedOut = false;
        try
        {
            await process.WaitForExitAsync(cancellationToken).WaitAsync(limit, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            timedOut = true;
        }
        finally
        {
            Kill(process);
            await FinishAsync(read, reading);
        }

        return new RunResult
        {
            ExitCode = timedOut ? null : process.ExitCode,
            TimedOut = timedOut,
            Success = !timedOut && process.ExitCode == 0,
            Stdout = output.ToString(),
            Stderr = error.ToString(),
            Truncated = output.IsTruncated || error.IsTruncated,
        };
    }

    private Process Start(IReadOnlyList<string> command, string? directory)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? "",
        };
        start.Environment.Clear();
        foreach (var name in Passed)
        {
            if (variable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Exception error) when (error is Win32Exception or IOException or InvalidOperationException)
        {
            throw new NodeCommandException("START_FAILED", $"{command[0]} could not be started: {error.Message}");
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, or part of it has.
        }
    }

    private async Task FinishAsync(Task read, CancellationTokenSource reading)
    {
        try
        {
            await read.WaitAsync(Drain, time);
        }
        catch (TimeoutException)
        {
            await reading.CancelAsync();
        }
    }
}
