using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Testing;
using OpenClaw.TestKit;

namespace OpenClaw.Sdk.Tests.Conformance;

/// <summary>A chat made of files.</summary>
internal sealed class FolderFarEnd : ChannelFarEnd
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bad-chat-").FullName;

    public FolderFarEnd()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "in"));
        Directory.CreateDirectory(Path.Combine(_folder, "out"));
    }

    public override string Settings => JsonSerializer.Serialize(new { folder = _folder });

    public override async Task WriteAsync(string id, string chat, string text)
    {
        var file = Path.Combine(_folder, "in", id);
        await File.WriteAllLinesAsync(file, [chat, text]);
        File.Move(file, $"{file}.txt");
    }

    public override async Task<string> NextSentAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Directory.GetFiles(Path.Combine(_folder, "out")) is [var file, ..] && await File.ReadAllTextAsync(file, cancellationToken) is { Length: > 0 } text)
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
