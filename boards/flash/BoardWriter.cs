using System.Text.Json.Nodes;

namespace SwapEdge.Boards.Flash;

/// <summary>What is written to a board, by nanoff, from files of a temporary folder; in a rehearsal it is only shown.
/// </summary>
/// <param name="remark">Told to the technician.</param>
public sealed class BoardWriter(Nanoff nanoff, FlashRequest request, Action<string> remark) : IDisposable
{
    private DeployFolder? _folder;

    private DeployFolder Folder => _folder ??= new DeployFolder();

    public Failure? Runtime(string port, BoardDescription? board) =>
        board == null ? null : nanoff.Runtime(port, board, request.Archive, request.Replaced);

    public Failure? Program(string port, BoardDescription? board, DeploymentImage? image)
    {
        if (board == null)
        {
            return null;
        }

        string path = request.Rehearsal || image == null
            ? "image.bin" : Folder.Write("image.bin", image.Filled(board.DeployBytes));
        return nanoff.Program(port, board, path);
    }

    public Failure? Files(string port, NodeFile? node, Secrets? secrets)
    {
        if (!request.Rehearsal)
        {
            return nanoff.Files(port, Folder.Files(port, node!, secrets!));
        }

        remark(DeployFolder.FileList(port, DeployFolder.Names.Select(name => (name, (string?)name))).ToJsonString());
        return nanoff.Files(port, "files.json");
    }

    public Failure? Network(string port, BoardDescription? board, Secrets? secrets)
    {
        string network = board?.Network ?? "wifi";
        if (!request.Rehearsal)
        {
            return nanoff.Network(port, Folder.Network(port, network, secrets!));
        }

        JsonObject shown = DeployFolder.NetworkList(
            port, network, new Secrets { Key = default, WifiSsid = "***", WifiPassword = "***" });
        remark(shown.ToJsonString());
        return nanoff.Network(port, "network.json");
    }

    public void Dispose() => _folder?.Dispose();
}
