namespace OpenClaw.Abstractions.Tests.Tools;

internal enum LampMode
{
    Steady,
    Blink,
}
