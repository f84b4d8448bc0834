namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>The models of one run, in the order in which they are tried. What answered once is asked first from then on.</summary>
internal sealed class ModelChain(IReadOnlyList<ModelReference> candidates)
{
    private int _current;

    public IReadOnlyList<ModelReference> All => candidates;

    public ModelReference Current => candidates[_current];

    /// <summary>The models still to be tried, the current one first.</summary>
    public IReadOnlyList<ModelReference> Left => [.. candidates.Skip(_current)];

    public void Keep(ModelReference model)
    {
        for (var i = _current; i < candidates.Count; i++)
        {
            if (candidates[i] == model)
            {
                _current = i;
                return;
            }
        }
    }
}
