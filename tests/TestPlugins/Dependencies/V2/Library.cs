namespace OpenClaw.TestDependency;

public static class Library
{
    public static string Version => "2";
}
