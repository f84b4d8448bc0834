using OpenClaw.Tools;

namespace OpenClaw.Host.Tools;

/// <summary>The tools of the plugins that are running.</summary>
internal interface IToolSource
{
    /// <summary>What is offered now.</summary>
    IReadOnlyCollection<ITool> Tools { get; }

    /// <summary>A tool by its name; nothing when no running plugin offers it.</summary>
    ITool? Find(string name);

    /// <summary>The plugin a tool comes from; nothing where that is not known.</summary>
    string? OwnerOf(string name) => null;
}
