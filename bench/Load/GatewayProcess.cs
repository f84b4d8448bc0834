using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Bench.Load;

/// <summary>A published gateway on a free port with a state folder of its own.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly Process _process;
    private readonly string? _ownState;
    private readonly string _state;

    private readonly Task<string> _complaints;

    private GatewayProcess(Process process, string? ownState, string state, int port)
    {
        _ = process.StandardOutput.ReadToEndAsync();
        _complaints = process.StandardError.ReadToEndAsync();
        _process = process;
        _ownState = ownState;
        _state = state;
        Address = new Uri($"ws://127.0.0.1:{port}/");
    }

    public Uri Address { get; }

    public string Token { get; } = "bench-token-0123456789abcdef";

    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Over all cores; unlike the clock it hardly changes when the machine is busy with something else.</summary>
    public TimeSpan WorkUntilReady { get; private set; }

    /// <summary>What the process has used of all cores so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public bool HasExited => _process.HasExited;

    /// <summary>What the kernel counts for the process, pages of shared files included; a megabyte is a million bytes.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    public static async Task<GatewayProcess> StartAsync(string executable)
    {
        var watch = Stopwatch.StartNew();
        var gateway = Begin(executable, state: null);
        await gateway.WaitUntilReadyAsync();
        gateway.ReadyAfter = watch.Elapsed;
        gateway.WorkUntilReady = gateway._process.TotalProcessorTime;
        return gateway;
    }

    /// <summary>Starts a gateway and does not wait for it.</summary>
    /// <param name="executable">The published executable.</param>
    /// <param name="state">Its state folder, which stays; without one it gets its own, which goes with it.</param>
    public static GatewayProcess Begin(string executable, string? state)
    {
        var own = state is null ? Directory.CreateTempSubdirectory("openclaw-bench-").FullName : null;
        var port = FreePort();
        var info = new ProcessStartInfo(executable)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "gateway", "--port", port.ToString(), "--token", "bench-token-0123456789abcdef", "--allow-unconfigured" },
            Environment = { ["OPENCLAW_STATE_DIR"] = state ?? own },
        };
        var process = Process.Start(info) ?? throw new InvalidOperationException($"{executable} did not start.");
        return new GatewayProcess(process, own, state ?? own!, port);
    }

    /// <summary>Ends the process as a failure of the machine would: at whatever instruction it is.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        // It was nobody's crash: the next start is not to look for one that is to blame.
        if (Directory.Exists(Path.Combine(_state, "plugin-boot")))
            File.Delete(Path.Combine(_state, "plugin-boot", "running"));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_ownState is not null)
            Directory.Delete(_ownState, recursive: true);
    }

    public async Task WaitUntilReadyAsync()
    {
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromSeconds(30))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The gateway ended with code {_process.ExitCode}: {await _complaints}");
            try
            {
                using var response = await Http.GetAsync(new Uri($"http://127.0.0.1:{Address.Port}/readyz"));
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }

        throw new TimeoutException("The gateway was not ready within 30 seconds.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
