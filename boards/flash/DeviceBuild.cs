namespace SwapEdge.Boards.Flash;

/// <summary>The <c>.pe</c> files of a device build.</summary>
public static class DeviceBuild
{
    /// <summary>Where the board's project leaves them.</summary>
    public static string Folder(string boards, string board) =>
        Path.Combine(boards, board, "bin", "device", "Release");

    public static DeploymentImage? Read(
        string folder, string application, int partitionBytes, out Failure? failure)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.pe") : [];
        if (files.Length == 0)
        {
            failure = new Failure(FlashEnd.BuildMissing, $"no .pe files in {folder}");
            return null;
        }

        List<PeAssembly> assemblies = [];
        foreach (string file in files.Order(StringComparer.Ordinal))
        {
            if (PeAssembly.Read(File.ReadAllBytes(file), out string wrong) is not { } one)
            {
                failure = new Failure(FlashEnd.BuildRefused, $"{Path.GetFileName(file)}: {wrong}");
                return null;
            }

            assemblies.Add(one);
        }

        DeploymentImage? image = DeploymentImage.Make(assemblies, application, out string refusal);
        failure = image == null ? new Failure(FlashEnd.BuildRefused, refusal)
            : image.Bytes.Length > partitionBytes
                ? new Failure(FlashEnd.BuildTooLarge, $"{image.Bytes.Length} bytes, there is room for {partitionBytes}")
                : null;
        return failure == null ? image : null;
    }
}
