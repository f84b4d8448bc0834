using OpenClaw.Sdk;

if (args is not [var verb, var valuesFile])
{
    Console.Error.WriteLine("Use: OpenClaw.Sdk manifest|nuspec <file of values>");
    return 2;
}

var values = ProjectValues.Read(valuesFile);
try
{
    switch (verb)
    {
        case "manifest":
            ManifestFile.Write(values);
            return 0;
        case "nuspec":
            PackageSpec.Write(values);
            return 0;
        default:
            throw new SdkException("OC1000", $"'{verb}' is no verb of this tool: manifest, nuspec.");
    }
}
catch (SdkException failure)
{
    foreach (var message in failure.Messages)
        Console.WriteLine($"{values["Project"]} : error {failure.Code}: {message}");
    return 1;
}
catch (Exception failure)
{
    Console.WriteLine($"{values["Project"]} : error OC1000: {verb}: {failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}");
    return 1;
}
