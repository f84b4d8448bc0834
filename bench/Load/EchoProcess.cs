using System.Diagnostics;

namespace OpenClaw.Bench.Load;

/// <summary>The echo in a process of its own, as the gateway is, so that both share the machine with the client in the same way.</summary>
internal sealed class EchoProcess : IAsyncDisposable
{
    private readonly Process _process;

    private EchoProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<EchoProcess> StartAsync()
    {
        var info = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { typeof(EchoProcess).Assembly.Location, "echo" },
        };
        var process = Process.Start(info) ?? throw new InvalidOperationException("The echo did not start.");
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The echo ended before it listened.");
        return new EchoProcess(process, new Uri(address));
    }

    /// <summary>What the child process runs: serves until its parent closes the pipe or dies.</summary>
    public static async Task<int> ServeAsync()
    {
        await using var server = await EchoServer.StartAsync();
        Console.WriteLine(server.Address);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
