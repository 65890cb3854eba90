import { table } from './table.ts';

/** Countries with capital, continent and a language spoken there; "-" where a language's part does not name it. */
export const countries = table<
  'en' | 'es' | 'fr' | 'capital' | 'capitalEs' | 'capitalFr' | 'continent' | 'tongue'
>(`
en | es | fr | capital | capitalEs | capitalFr | continent | tongue
France | Francia | la France | Paris | París | Paris | Europe | French
Spain | España | l'Espagne | Madrid | Madrid | Madrid | Europe | Spanish
Italy | Italia | l'Italie | Rome | Roma | Rome | Europe | Italian
Germany | Alemania | l'Allemagne | Berlin | Berlín | Berlin | Europe | German
Portugal | Portugal | le Portugal | Lisbon | Lisboa | Lisbonne | Europe | Portuguese
England | Inglaterra | l'Angleterre | London | Londres | Londres | Europe | English
Ireland | Irlanda | l'Irlande | Dublin | Dublín | Dublin | Europe | English
Greece | Grecia | la Grèce | Athens | Atenas | Athènes | Europe | Greek
Norway | Noruega | la Norvège | Oslo | Oslo | Oslo | Europe | Norwegian
Sweden | Suecia | la Suède | Stockholm | Estocolmo | Stockholm | Europe | Swedish
Denmark | Dinamarca | le Danemark | Copenhagen | Copenhague | Copenhague | Europe | Danish
Finland | - | - | Helsinki | - | - | Europe | Finnish
Poland | Polonia | la Pologne | Warsaw | Varsovia | Varsovie | Europe | Polish
Austria | Austria | l'Autriche | Vienna | Viena | Vienne | Europe | German
Hungary | - | - | Budapest | - | - | Europe | Hungarian
Belgium | Bélgica | la Belgique | Brussels | Bruselas | Bruxelles | Europe | French
Switzerland | Suiza | la Suisse | Bern | Berna | Berne | Europe | German
Russia | Rusia | la Russie | Moscow | Moscú | Moscou | Europe | Russian
Ukraine | - | - | Kyiv | - | - | Europe | Ukrainian
Turkey | - | - | Ankara | - | - | Asia | Turkish
China | China | la Chine | Beijing | Pekín | Pékin | Asia | Chinese
Japan | Japón | le Japon | Tokyo | Tokio | Tokyo | Asia | Japanese
India | India | l'Inde | New Delhi | Nueva Delhi | New Delhi | Asia | Hindi
Thailand | - | - | Bangkok | - | - | Asia | Thai
Vietnam | - | - | Hanoi | - | - | Asia | Vietnamese
Egypt | Egipto | l'Égypte | Cairo | El Cairo | Le Caire | Africa | Arabic
Morocco | Marruecos | le Maroc | Rabat | Rabat | Rabat | Africa | Arabic
Kenya | - | - | Nairobi | - | - | Africa | Swahili
Ghana | - | - | Accra | - | - | Africa | English
Senegal | - | le Sénégal | Dakar | - | Dakar | Africa | French
Canada | Canadá | le Canada | Ottawa | Ottawa | Ottawa | North America | English
Mexico | México | le Mexique | Mexico City | Ciudad de México | Mexico | North America | Spanish
Cuba | Cuba | Cuba | Havana | La Habana | La Havane | North America | Spanish
Peru | Perú | le Pérou | Lima | Lima | Lima | South America | Spanish
Chile | Chile | le Chili | Santiago | Santiago | Santiago | South America | Spanish
Argentina | Argentina | l'Argentine | Buenos Aires | Buenos Aires | Buenos Aires | South America | Spanish
Brazil | Brasil | le Brésil | Brasilia | Brasilia | Brasilia | South America | Portuguese
Colombia | Colombia | la Colombie | Bogota | Bogotá | Bogota | South America | Spanish
Australia | Australia | l'Australie | Canberra | Canberra | Canberra | Oceania | English
`);
