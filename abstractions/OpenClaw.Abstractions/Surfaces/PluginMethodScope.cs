namespace OpenClaw.Surfaces;

/// <summary>What an operator needs to call a method of a plugin. A wider right includes the narrower ones.</summary>
public enum PluginMethodScope
{
    /// <summary><c>operator.read</c>: it shows something.</summary>
    Read,

    /// <summary><c>operator.write</c>: it does something.</summary>
    Write,

    /// <summary><c>operator.admin</c>: it changes the gateway or what it may do.</summary>
    Admin,
}
