using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Loading;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Decides which of the loaded generations may serve: their ids must be free and their services must start.</summary>
internal static class PluginAcceptance
{
    /// <returns>Those that may; the others have ended, with the reason in their entries.</returns>
    public static async Task<IReadOnlyList<PluginGeneration>> SettleAsync(
        IReadOnlyList<PluginChange> plan, IReadOnlyList<PluginGeneration> loaded, IReadOnlyList<CoreClaim> coreClaims, bool oneByOne, CancellationToken cancellationToken)
    {
        var claims = new ClaimTable(coreClaims);
        foreach (var change in plan.Where(static change => change is { Action: PluginAction.Keep, Running: not null }))
            claims.Claim(change.Id, change.Running!.Contributions);

        // Those that run already go before newcomers; else in order of discovery, so that who wins does not depend on who was faster.
        List<PluginGeneration> free = [];
        foreach (var change in plan.Where(static change => change.Loads).OrderBy(static change => change.Action == PluginAction.Start))
        {
            if (loaded.FirstOrDefault(generation => ReferenceEquals(generation.Entry, change.Entry)) is not { } generation)
            {
                // What it had stays its own while the old generation goes on.
                if (change.Running is { } old)
                    claims.Claim(change.Id, old.Contributions);
                continue;
            }

            if (claims.Claim(change.Id, generation.Contributions) is not { } reason)
            {
                free.Add(generation);
                continue;
            }

            generation.Entry.Fail(reason);
            await generation.DisposeAsync();
            if (change.Running is { } serving)
                claims.Claim(change.Id, serving.Contributions);
        }

        List<PluginGeneration> started = [];
        foreach (var group in free.Chunk(oneByOne ? 1 : Math.Max(1, free.Count)))
            started.AddRange((await Task.WhenAll(group.Select(generation => StartServicesAsync(generation, cancellationToken)))).OfType<PluginGeneration>());
        return started;
    }

    private static async Task<PluginGeneration?> StartServicesAsync(PluginGeneration generation, CancellationToken cancellationToken)
    {
        try
        {
            await generation.StartServicesAsync(cancellationToken);
            generation.Entry.Move(PluginState.Running);
            return generation;
        }
        catch (PluginLoadException exception)
        {
            generation.Entry.Fail(exception.Message);
            await generation.DisposeAsync();
            return null;
        }
    }
}
