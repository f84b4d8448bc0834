using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Diagnostics.Redaction;

namespace OpenClaw.Host.Tests.Configuration;

/// <summary>A configuration file and the one who writes it.</summary>
internal sealed class WriterFixture : IDisposable
{
    private readonly ConfigFixture _config;
    private readonly ConfigWriter _writer;
    private readonly ConfigurationMetrics _metrics = new();

    public WriterFixture(string? text)
    {
        _config = new ConfigFixture(text);
        Source = new ConfigSource(_config.Load(), new SecretRegistry());
        _writer = new ConfigWriter(_config.Paths, Source, _metrics, TimeProvider.System, NullLogger<ConfigWriter>.Instance);
    }

    public ConfigSource Source { get; }

    public string File => _config.Paths.ConfigFile;

    public string Text => System.IO.File.ReadAllText(File);

    public async Task<string> HashAsync() => (await ConfigHash.OpenAsync(_config.Paths)).Compute(await System.IO.File.ReadAllBytesAsync(File));

    public async Task<ConfigWritten> PatchAsync(string raw, params string[] replacePaths) =>
        await WriteAsync("config.patch", raw, await HashAsync(), isPatch: true, replacePaths);

    public async Task<ConfigWritten> ReplaceAsync(string raw) => await WriteAsync("config.apply", raw, await HashAsync(), isPatch: false);

    public async Task<ConfigWriteException> RefusedAsync(Func<Task> write)
    {
        var before = System.IO.File.Exists(File) ? Text : null;
        var refusal = await Assert.ThrowsAsync<ConfigWriteException>(write);
        Assert.Equal(before, System.IO.File.Exists(File) ? Text : null);
        return refusal;
    }

    public Task<ConfigWritten> WriteAsync(string method, string raw, string? baseHash, bool isPatch, params string[] replacePaths) =>
        _writer.WriteAsync(
            new ConfigChange { Method = method, Author = "test", Raw = raw, BaseHash = baseHash, IsPatch = isPatch, ReplacePaths = replacePaths },
            CancellationToken.None);

    public void Dispose()
    {
        _writer.Dispose();
        _metrics.Dispose();
        _config.Dispose();
    }
}
