using System.Text.Json;
using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

/// <summary>The two files of the echo sample.</summary>
internal sealed class EchoFarEnd : ChannelFarEnd
{
    private readonly string _folder = Directory.CreateTempSubdirectory("echo-").FullName;

    public override string Settings => JsonSerializer.Serialize(new { file = Said });

    private string Said => Path.Combine(_folder, "said.txt");

    public override Task WriteAsync(string id, string chat, string text) => File.AppendAllTextAsync(Said, $"{id} {text}\n");

    public override async Task<string> NextSentAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (File.Exists($"{Said}.answers") && await File.ReadAllTextAsync($"{Said}.answers", cancellationToken) is { Length: > 0 } text)
                return text;
            await Task.Delay(10, cancellationToken);
        }
    }

    public override ValueTask DisposeAsync()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
