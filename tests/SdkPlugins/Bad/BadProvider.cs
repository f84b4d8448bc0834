using System.Runtime.CompilerServices;
using OpenClaw.Agents;

namespace OpenClaw.SdkPlugins.Bad;

/// <summary>Its far end is a folder of files, each the script of one call.</summary>
internal sealed class BadProvider(AgentProviderSettings settings, string breaks) : IAgentProvider
{
    private int _running;

    public string Id => breaks == "has-an-id-of-its-own" ? "bad" : settings.Id;

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ModelInfo>>([new ModelInfo { Id = "m" }]);

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (breaks == "one-at-a-time" && Interlocked.Increment(ref _running) > 1)
            throw new InvalidOperationException("busy");
        await Task.Delay(50, cancellationToken);
        var script = Take();
        if (script == "refuse")
            throw Refusal();
        yield return new TextDelta(script.Split(' ', 2)[1]);
        if (script.StartsWith("stall", StringComparison.Ordinal))
            await Task.Delay(Timeout.Infinite, breaks == "ignores-cancellation" ? CancellationToken.None : cancellationToken);
        Interlocked.Exchange(ref _running, 0);
        if (breaks != "never-says-that-it-stopped")
            yield return new ModelStopped(ModelStopReason.Completed);
    }

    private Exception Refusal() => breaks switch
    {
        "does-not-name-failures" => new InvalidOperationException("no"),
        "shows-the-key" => new ModelException(ModelFailure.Authentication, $"The key {settings.ApiKey} is wrong."),
        _ => new ModelException(ModelFailure.Authentication, "The key is wrong."),
    };

    private string Take()
    {
        foreach (var file in Directory.GetFiles(settings.BaseUrl.LocalPath).Order(StringComparer.Ordinal))
        {
            try
            {
                var taken = $"{file}.{Guid.NewGuid():N}.taken";
                if (file.EndsWith(".taken", StringComparison.Ordinal))
                    continue;
                File.Move(file, taken);
                return File.ReadAllText(taken);
            }
            catch (FileNotFoundException)
            {
                // Another call took it.
            }
        }

        throw new ModelException(ModelFailure.Network, "Nobody is there.");
    }
}
