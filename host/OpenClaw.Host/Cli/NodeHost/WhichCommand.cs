using System.Text.Json;

namespace OpenClaw.Host.Cli.NodeHost;

/// <summary><c>system.which</c>: which programs are here.</summary>
internal sealed class WhichCommand(string? searchPath) : INodeCommand
{
    private const int MostNames = 64;

    public string Name => "system.which";

    public ValueTask<JsonElement> RunAsync(JsonElement parameters, CancellationToken cancellationToken)
    {
        var bins = NodeParams.Read(parameters, NodeHostJsonContext.Default.WhichParams).Bins ?? [];
        if (bins.Count > MostNames)
        {
            throw new NodeCommandException("INVALID_REQUEST", $"system.which takes {MostNames} names at most");
        }

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var bin in bins)
        {
            if (bin is not null && ProgramPath.Find(bin, searchPath) is { } path)
            {
                found[bin] = path;
            }
        }

        return ValueTask.FromResult(JsonSerializer.SerializeToElement(new WhichResult(found), NodeHostJsonContext.Default.WhichResult));
    }
}
