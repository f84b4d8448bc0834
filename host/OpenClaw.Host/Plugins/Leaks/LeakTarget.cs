using System.Reflection;
using System.Runtime.Loader;

namespace OpenClaw.Host.Plugins.Leaks;

/// <summary>Recognises what belongs to the generation that is looked for.</summary>
/// <param name="target">Its load context, which this does not hold.</param>
internal sealed class LeakTarget(WeakReference target)
{
    /// <returns>What it is, in words; null when it is nothing of the plugin's.</returns>
    public string? Describe(object value) => value switch
    {
        Delegate call => Describe(call),
        Type type => Owns(type) ? $"type {LeakNames.Of(type)}" : null,
        MemberInfo member => member.DeclaringType is { } type && Owns(type) ? $"member {LeakNames.Of(type)}.{member.Name}" : null,
        Assembly assembly => Owns(assembly) ? $"assembly {assembly.GetName().Name}" : null,
        AssemblyLoadContext context => IsIt(context) ? "its load context" : null,
        _ => Owns(value.GetType()) ? LeakNames.Of(value.GetType()) : null,
    };

    private string? Describe(Delegate call) =>
        call.Method.DeclaringType is { } type && Owns(type) ? $"delegate {LeakNames.Of(type)}.{call.Method.Name}"
        : Owns(call.GetType()) ? $"delegate {LeakNames.Of(call.GetType())}"
        : null;

    private bool Owns(Type type) =>
        type.IsCollectible
        && (Owns(type.Assembly)
            || (type.HasElementType && type.GetElementType() is { } element && Owns(element))
            || (type.IsGenericType && type.GetGenericArguments().Any(Owns)));

    private bool Owns(Assembly assembly) => assembly.IsCollectible && AssemblyLoadContext.GetLoadContext(assembly) is { } context && IsIt(context);

    private bool IsIt(AssemblyLoadContext context) => ReferenceEquals(context, target.Target);
}
