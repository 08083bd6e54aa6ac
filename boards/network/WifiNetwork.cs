using System.Net.NetworkInformation;
using System.Threading;
using nanoFramework.Networking;

namespace SwapEdge.Boards
{
    /// <summary>Wi-Fi with the name and password that the flash tool has stored.</summary>
    public sealed class WifiNetwork : INetwork
    {
        private const int LimitMs = 60000;

        public bool IsUp
        {
            get { return NetworkInterface.GetIsNetworkAvailable(); }
        }

        public void Open()
        {
            WifiNetworkHelper.Reset();
            WifiNetworkHelper.Reconnect(false, 0, new CancellationTokenSource(LimitMs).Token);
        }

        public void StartTime(string server)
        {
            Sntp.Server1 = server;
            Sntp.Start();
        }
    }
}
