using OpenClaw.Agents;
using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

/// <summary>A folder of scripts, one for each call.</summary>
internal sealed class ScriptFarEnd : ProviderFarEnd
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bad-model-");
    private int _count;

    public override AgentProviderSettings Settings => new() { Id = "far", BaseUrl = new Uri(_folder.FullName), ApiKey = "key-1" };

    public override void AnswerNext(string text) => Write($"answer {text}");

    public override void RefuseNext() => Write("refuse");

    public override void StallNext(string text) => Write($"stall {text}");

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Write(string script) => File.WriteAllText(Path.Combine(_folder.FullName, $"{++_count:D4}"), script);
}
