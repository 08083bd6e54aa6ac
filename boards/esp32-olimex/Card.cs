using nanoFramework.System.IO.FileSystem;

namespace SwapEdge.Boards.Esp32Olimex
{
    /// <summary>The SD card as D:\, one bit wide, as the board is wired. Compiled for the device and the gate only.
    /// </summary>
    public static class Card
    {
        private static SDCard _card;

        /// <summary>Throws without a card; then the store refuses, which the node says.</summary>
        public static void Mount()
        {
            SDCardMmcParameters parameters = new SDCardMmcParameters();
            parameters.dataWidth = SDCard.SDDataWidth._1_bit;
            _card = new SDCard(parameters, new CardDetectParameters());
            _card.Mount();
        }
    }
}
