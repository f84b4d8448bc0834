using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace OpenClaw.Host.Security.Tailscale;

/// <summary>Runs <c>tailscale whois</c> under a deadline, reading no more of it than such an answer can be long.</summary>
/// <param name="program">The program and what comes before its arguments.</param>
/// <param name="limit">How long it may take.</param>
/// <param name="time">Measures that.</param>
/// <param name="logger">Told why an answer is missing.</param>
internal sealed partial class TailscaleCli(
    IReadOnlyList<string> program, TimeSpan limit, TimeProvider time, ILogger<TailscaleCli> logger) : ITailscaleWhois
{
    public const int MaxOutput = 64 * 1024;
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(5);

    // What the program needs to find its service; secrets of this process are not among it.
    private static readonly string[] Passed =
        ["PATH", "HOME", "USER", "LANG", "TMPDIR", "TEMP", "TMP", "SystemRoot", "ProgramFiles", "ProgramData", "APPDATA", "LOCALAPPDATA"];

    public async Task<string?> FindLoginAsync(IPAddress address, CancellationToken cancellationToken)
    {
        using var process = Start(address);
        if (process is null)
        {
            return null;
        }

        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var output = new byte[MaxOutput + 1];
        try
        {
            var read = ReadAsync(process, output, reading.Token);
            var length = await read.WaitAsync(limit, time, cancellationToken);
            return length > MaxOutput ? null : LoginIn(output.AsMemory(0, length));
        }
        catch (Exception error) when (error is TimeoutException or IOException or JsonException)
        {
            Log.Failed(logger, error.Message);
            return null;
        }
        finally
        {
            Kill(process);
            await reading.CancelAsync();
        }
    }

    private Process? Start(IPAddress address)
    {
        var start = new ProcessStartInfo(program[0], [.. program.Skip(1), "whois", "--json", address.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Except(Passed, StringComparer.OrdinalIgnoreCase).ToArray())
        {
            start.Environment.Remove(name);
        }

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Exception error) when (error is Win32Exception or IOException or InvalidOperationException)
        {
            Log.Failed(logger, error.Message);
            return null;
        }
    }

    private static async Task<int> ReadAsync(Process process, byte[] output, CancellationToken cancellationToken)
    {
        var length = 0;
        while (length < output.Length
            && await process.StandardOutput.BaseStream.ReadAsync(output.AsMemory(length), cancellationToken) is > 0 and var more)
        {
            length += more;
        }

        return length;
    }

    private static string? LoginIn(ReadOnlyMemory<byte> answer)
    {
        if (answer.IsEmpty)
        {
            return null;
        }

        using var document = JsonDocument.Parse(answer);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("UserProfile", out var profile) && profile.ValueKind == JsonValueKind.Object
            && profile.TryGetProperty("LoginName", out var login) && login.ValueKind == JsonValueKind.String
            ? login.GetString()
            : null;
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

    private static partial class Log
    {
        [LoggerMessage(1070, LogLevel.Warning, "Tailscale could not be asked who a caller is: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
