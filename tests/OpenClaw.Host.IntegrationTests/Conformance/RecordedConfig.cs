using OpenClaw.Host.Storage;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>The configuration file that the recorded gateway had; what a replay runs with is given to it directly.</summary>
internal static class RecordedConfig
{
    private static readonly string Text = """
        {
          "gateway": {"mode":"local","port":21010,"bind":"loopback","auth":{"mode":"token","token":"fake-gateway-token-0123456789abcdef"}},
          "models": {"mode":"merge","providers":{"fake":{"baseUrl":"http://127.0.0.1:21001/v1","apiKey":"fake-key-0123456789","api":"openai-completions","models":[{"id":"fake-1","name":"Fake One","reasoning":false,"input":["text"],"cost":{"input":0,"output":0,"cacheRead":0,"cacheWrite":0},"contextWindow":128000,"maxTokens":4096}]}}},
          "agents": {"defaults":{"model":{"primary":"fake/fake-1"}}}
        }

        """;

    public static StatePaths Write(string directory)
    {
        var paths = new StatePaths
        {
            HomeDirectory = directory,
            StateDirectory = directory,
            ConfigFile = Path.Combine(directory, "openclaw.json"),
            WorkspaceDirectory = Path.Combine(directory, "workspace"),
        };
        File.WriteAllText(paths.ConfigFile, Text);
        return paths;
    }
}
