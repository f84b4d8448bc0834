namespace OpenClaw.Hooks;

/// <summary>
/// A plugin's say in what the gateway does. A class implements one or more of <see cref="IToolHook"/>, <see cref="IMessageHook"/>,
/// <see cref="IRunHook"/>, <see cref="ISessionHook"/> and <see cref="IGatewayHook"/>; what it leaves out does nothing.
/// </summary>
/// <remarks>
/// Hooks of all plugins are asked one after the other: the higher <see cref="HookSettings.Priority"/> first, then by plugin id. Each
/// sees what those before it made of the thing. Members are called concurrently, and for each member the host waits
/// <see cref="HookSettings.Timeout"/>. One that fails or takes too long is logged, counted and skipped;
/// <see cref="IToolHook.BeforeToolCallAsync"/> alone then keeps the tool from running.
/// </remarks>
public interface IPluginHook;
