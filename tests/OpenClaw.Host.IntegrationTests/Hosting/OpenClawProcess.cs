using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace OpenClaw.Host.IntegrationTests.Hosting;

/// <summary>The built program as a process of its own, with everything it writes kept.</summary>
internal sealed class OpenClawProcess : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string? _lineToWaitFor;
    private readonly SemaphoreSlim _linesSeen = new(0);
    private readonly SemaphoreSlim _errorsSeen = new(0);
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private OpenClawProcess(Process process, string? lineToWaitFor)
    {
        _process = process;
        _lineToWaitFor = lineToWaitFor;
    }

    public int Id => _process.Id;

    public string Output => Read(_output);

    public string Error => Read(_error);

    public int ExitCode => _process.ExitCode;

    public static OpenClawProcess Start(GatewayFolder folder, string? lineToWaitFor, params string[] arguments) =>
        Start(folder, new Dictionary<string, string>(), lineToWaitFor, arguments);

    public static OpenClawProcess Start(
        GatewayFolder folder, IReadOnlyDictionary<string, string> variables, string? lineToWaitFor, params string[] arguments)
    {
        var started = new OpenClawProcess(new Process { StartInfo = StartInfo(folder, variables, arguments) }, lineToWaitFor);
        started._process.OutputDataReceived += (_, data) => started.Note(started._output, data.Data);
        started._process.ErrorDataReceived += (_, data) => started.Note(started._error, data.Data);
        started._process.Start();
        started._process.StandardInput.Close();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Waits for the line, each call for one more, and fails with everything that was written when the process ends before it.</summary>
    public async Task WaitForLineAsync()
    {
        var exited = _process.WaitForExitAsync();
        var seen = _linesSeen.WaitAsync();
        if (await Task.WhenAny(seen, exited).WaitAsync(Patience) == exited && !seen.IsCompleted)
            Assert.Fail($"It ended with {ExitCode} before it wrote '{_lineToWaitFor}'.\n{Output}\n{Error}");
    }

    /// <summary>Waits until this was written to standard error.</summary>
    public async Task WaitForErrorAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!Error.Contains(text, StringComparison.Ordinal))
            await _errorsSeen.WaitAsync(patience.Token);
    }

    /// <summary>Waits until the process ended by itself.</summary>
    public async Task<int> WaitForExitAsync()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"It did not end.\n{Output}\n{Error}");
        }

        return ExitCode;
    }

    /// <summary>Asks for a clean end, as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends the process without a chance to clean up, as a power cut does.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        _linesSeen.Dispose();
        _errorsSeen.Dispose();
    }

    private static ProcessStartInfo StartInfo(GatewayFolder folder, IReadOnlyDictionary<string, string> variables, string[] arguments)
    {
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var program = Path.Combine(AppContext.BaseDirectory, "openclaw.dll");
        var start = new ProcessStartInfo(host, ["exec", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.HomeDirectory,
        };

        // Neither the settings of whoever runs the tests nor those of the test runner may reach the gateway.
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (name.StartsWith("OPENCLAW_", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal))
                start.Environment.Remove(name);
        }

        start.Environment["HOME"] = folder.HomeDirectory;
        start.Environment["OPENCLAW_STATE_DIR"] = folder.StateDirectory;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return start;
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private void Note(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (text)
        {
            text.AppendLine(line);
        }

        if (line == _lineToWaitFor)
            _linesSeen.Release();
        if (ReferenceEquals(text, _error))
            _errorsSeen.Release();
    }
}
