using System.Net.NetworkInformation;
using nanoFramework.Networking;

namespace SwapEdge.Boards
{
    /// <summary>Ethernet, by DHCP or with the address that the flash tool has stored. The runtime starts it itself.
    /// </summary>
    public sealed class EthernetNetwork : INetwork
    {
        public bool IsUp
        {
            get { return NetworkInterface.GetIsNetworkAvailable(); }
        }

        public void Open()
        {
            NetworkHelper.Reset();
            NetworkHelper.SetupNetworkHelper(false);
        }

        public void StartTime(string server)
        {
            Sntp.Server1 = server;
            Sntp.Start();
        }
    }
}
