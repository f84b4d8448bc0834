using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.WhatsApp.Bridge;

/// <summary>
/// The bridge's process: nothing of the gateway's surroundings but what is named here, and a group of its own, so that Ctrl-C at the
/// gateway's terminal leaves it to the gateway to end it in order.
/// </summary>
internal sealed class SidecarProcess : IAsyncDisposable
{
    private static readonly string[] Passed = ["PATH", "LANG", "LC_ALL", "TZ", "SystemRoot", "NODE_EXTRA_CA_CERTS"];
    private static readonly string[] GroupLeaders = ["/usr/bin/setsid", "/bin/setsid"];
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly Task _errors;

    private SidecarProcess(Process process, ILogger logger, TimeProvider time)
    {
        (_process, _time) = (process, time);
        Errors = new StderrTail(logger);
        _errors = Errors.ReadAsync(process.StandardError.BaseStream);
        Exited = process.WaitForExitAsync(CancellationToken.None);
    }

    public StderrTail Errors { get; }

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    public Task Exited { get; }

    public int Id => _process.Id;

    public int ExitCode => _process.HasExited ? _process.ExitCode : -1;

    /// <exception cref="IOException">It cannot be started.</exception>
    public static SidecarProcess Start(SidecarCommand command, ILogger logger, TimeProvider time)
    {
        var leader = Array.Find(GroupLeaders, File.Exists);
        var start = leader is null
            ? new ProcessStartInfo(command.Program, command.Arguments)
            : new ProcessStartInfo(leader, [command.Program, .. command.Arguments]);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.Environment.Clear();
        foreach (var name in Passed)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                start.Environment[name] = value;
        }

        try
        {
            return new SidecarProcess(Process.Start(start)!, logger, time);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            throw new IOException($"{command.Program} could not be started: {error.Message}");
        }
    }

    /// <summary>Closes its input, which asks it to end, waits, and kills what is left.</summary>
    public async Task EndAsync(TimeSpan patience)
    {
        try
        {
            await _process.StandardInput.BaseStream.DisposeAsync();
            await Exited.WaitAsync(patience, _time);
        }
        catch (Exception error) when (error is IOException or TimeoutException)
        {
            Kill();
        }
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, or part of it has.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited.WaitAsync(KillPatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _errors.WaitAsync(KillPatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
    }
}
